import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useTrust } from '../hooks/use-trust';
import { VerificationDialog } from './verification-dialog';

/** Leads to the numbers of whoever is in a conversation. */
export function VerifyConversationButton({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const [isOpen, setOpen] = useState(false);
  const others = conversation.members.flatMap(({ id, username }) =>
    id === account.id || username === undefined ? [] : [{ id, username }],
  );
  const [first] = others;
  if (conversation.kind !== 'e2ee' || first === undefined) {
    return null;
  }
  const close = () => setOpen(false);
  return (
    <>
      <IconButton
        label={t('trust.verify')}
        icon={<BadgeCheck aria-hidden className="size-5" />}
        onClick={() => setOpen(true)}
      />
      {isOpen &&
        (conversation.type === 'direct' ? (
          <VerificationDialog person={first.id} name={first.username} onClose={close} />
        ) : (
          <MembersDialog members={others} onClose={close} />
        ))}
    </>
  );
}

/** The same for somebody by himself. */
export function VerifyPersonButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { data } = useTrust([person.id]);
  if (data?.[0] === undefined || data[0].standing === 'unknown') {
    return null;
  }
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        <BadgeCheck aria-hidden className="size-4.5" />
        {t('trust.verify')}
      </Button>
      {isOpen && (
        <VerificationDialog
          person={person.id}
          name={person.username}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface MembersDialogProps {
  members: readonly Person[];
  onClose: () => void;
}

/** Everybody in a group, and how sure one is of them. */
function MembersDialog({ members, onClose }: MembersDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Person>();
  const { data } = useTrust(members.map(({ id }) => id));
  const standings = new Map(data?.map(({ person, standing }) => [person, standing]));
  if (chosen !== undefined) {
    return (
      <VerificationDialog
        person={chosen.id}
        name={chosen.username}
        onClose={() => setChosen(undefined)}
      />
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('trust.membersTitle')}>
      <p className="text-pretty text-muted">{t('trust.membersLead')}</p>
      <ul className="mt-3 max-h-96 divide-y divide-line overflow-y-auto">
        {members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <div className="min-w-0 flex-1 basis-32">
              <p className="font-semibold wrap-anywhere">{member.username}</p>
              <p className="text-sm text-muted">
                {t(`trust.standing.${standings.get(member.id) ?? 'unknown'}`)}
              </p>
            </div>
            <Button
              look="quiet"
              aria-label={t('trust.verifyName', { name: member.username })}
              onClick={() => setChosen(member)}
            >
              {t('trust.verify')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-6 flex justify-end">
        <Button look="secondary" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}
