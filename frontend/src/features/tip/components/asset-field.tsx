import { useTranslation } from 'react-i18next';
import { SelectField } from '@/components/ui/select-field';
import type { Offer } from '../offer';

interface AssetFieldProps {
  offers: readonly Offer[];
  /** The key of the chosen one. */
  picked: string;
  onPick: (key: string) => void;
}

/** What is given, and on which chain. */
export function AssetField({ offers, picked, onPick }: AssetFieldProps) {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('tip.asset')}
      value={picked}
      onChange={({ target }) => onPick(target.value)}
    >
      {offers.map(({ key, chain, token }) => (
        <option key={key} value={key}>
          {t('tip.assetOn', { symbol: token.symbol, name: token.name, chain: chain.name })}
        </option>
      ))}
    </SelectField>
  );
}
