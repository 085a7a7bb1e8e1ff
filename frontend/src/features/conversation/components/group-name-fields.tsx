import { useTranslation } from 'react-i18next';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';

const NAME_LENGTH = 100;
const DESCRIPTION_LENGTH = 500;

interface GroupNameFieldsProps {
  name: string;
  description: string;
  /** Whether the form was to be sent already: only then is a missing name an error. */
  isTried: boolean;
  onName: (name: string) => void;
  onDescription: (description: string) => void;
}

/** How a group is called and what it is about. */
export function GroupNameFields(props: GroupNameFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t('group.name')}
        error={props.isTried && props.name.trim() === '' ? t('group.nameMissing') : undefined}
        required
        dir="auto"
        autoComplete="off"
        maxLength={NAME_LENGTH}
        value={props.name}
        onChange={(event) => props.onName(event.target.value)}
      />
      <TextArea
        label={t('group.description')}
        hint={t('group.optional')}
        maxLength={DESCRIPTION_LENGTH}
        value={props.description}
        onChange={(event) => props.onDescription(event.target.value)}
      />
    </>
  );
}
