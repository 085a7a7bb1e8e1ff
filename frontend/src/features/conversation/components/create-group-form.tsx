import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useCreateGroup } from '../hooks/use-create-group';
import { GroupNameFields } from './group-name-fields';
import { GroupProblem } from './group-problem';
import { PeoplePicker } from './people-picker';

/** A name, a few people, and the group is there and open. */
export function CreateGroupForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { account } = useCurrentSession();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [isTried, setTried] = useState(false);
  const creation = useCreateGroup();
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== '') {
          creation.mutate(
            {
              name: name.trim(),
              description: description.trim(),
              members: chosen.map(({ id }) => id),
            },
            { onSuccess: ({ id }) => void navigate(`/chats/${id}`, { replace: true }) },
          );
        }
      }}
    >
      <GroupNameFields
        name={name}
        description={description}
        isTried={isTried}
        onName={setName}
        onDescription={setDescription}
      />
      <section>
        <h2 className="mb-2 text-sm font-semibold">{t('group.new.people')}</h2>
        <PeoplePicker chosen={chosen} onChoose={setChosen} without={new Set([account.id])} />
      </section>
      {creation.isError && <GroupProblem error={creation.error} />}
      <div className="sticky bottom-0 -mx-4 border-t border-line bg-panel px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
        <Button type="submit" isWide isBusy={creation.isPending}>
          {t('group.new.submit')}
        </Button>
      </div>
    </form>
  );
}
