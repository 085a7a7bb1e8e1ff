import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chooseTheme, themeStore } from '@/lib/theme/theme';
import { Choice } from '@/components/ui/choice';

export function ThemeChoice() {
  const { t } = useTranslation();
  const choice = useStore(themeStore, (state) => state.choice);
  return (
    <Choice
      label={t('settings.theme')}
      value={choice}
      onChange={chooseTheme}
      options={[
        {
          value: 'system',
          label: t('settings.system'),
          icon: <Monitor aria-hidden className="size-4" />,
        },
        {
          value: 'light',
          label: t('settings.light'),
          icon: <Sun aria-hidden className="size-4" />,
        },
        { value: 'dark', label: t('settings.dark'), icon: <Moon aria-hidden className="size-4" /> },
      ]}
    />
  );
}
