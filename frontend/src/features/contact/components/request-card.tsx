import { Ban, BellOff, Ellipsis, Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Contact } from '@/lib/api/types';
import { ago } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { useGoToConversation } from '../../conversation/hooks/use-go-to-conversation';
import { InterestChips } from '../../profile/components/interest-chips';
import { PersonSummary } from '../../profile/components/person-summary';
import { useAnswer, useWithdraw } from '../hooks/use-contact-commands';
import { BlockDialog } from './block-dialog';
import { ReportDialog } from './report-dialog';
import { TierLine } from './tier-line';

/** A chat request: who asks, or is asked, what speaks for him, and what can be done about it. */
export function RequestCard({ contact }: { contact: Contact }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { person, note, askedAt } = contact;
  return (
    <li className="rounded-2xl border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <PersonAvatar
          id={person.id}
          name={person.displayName ?? person.username}
          className="size-12"
        />
        <div className="min-w-0 flex-1 basis-40">
          <Link to={`/people/${person.id}`} className="block rounded-lg">
            <PersonSummary person={person} />
          </Link>
          <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
            <TierLine tier={contact.tier} />
            {askedAt !== undefined && <span>· {ago(new Date(askedAt), now, i18n.language)}</span>}
          </p>
        </div>
      </div>
      {note !== undefined && (
        <p
          dir="auto"
          data-note
          className="mt-3 rounded-xl bg-canvas px-3.5 py-2.5 text-pretty wrap-anywhere whitespace-pre-line"
        >
          {note}
        </p>
      )}
      {person.sharedInterests.length > 0 && (
        <div className="mt-3">
          <InterestChips
            label={t('people.shared', { name: person.displayName ?? person.username })}
            interests={person.sharedInterests}
            shared={person.sharedInterests.map(({ id }) => id)}
          />
        </div>
      )}
      <div className="mt-3.5 flex flex-wrap justify-end gap-2">
        {contact.standing === 'sent' ? (
          <SentActions contact={contact} />
        ) : (
          <ReceivedActions contact={contact} />
        )}
      </div>
    </li>
  );
}

function SentActions({ contact: { person } }: { contact: Contact }) {
  const { t } = useTranslation();
  const withdrawing = useWithdraw(person);
  return (
    <Button
      look="secondary"
      aria-label={t('contact.withdrawName', { name: person.username })}
      isBusy={withdrawing.isPending}
      onClick={() => withdrawing.mutate()}
    >
      {t('contact.withdraw')}
    </Button>
  );
}

function ReceivedActions({ contact: { person, standing, note } }: { contact: Contact }) {
  const { t } = useTranslation();
  const name = person.username;
  const answering = useAnswer(person);
  const { go } = useGoToConversation();
  const [opened, setOpened] = useState<'menu' | 'block' | 'report'>();
  const accept = async () => {
    try {
      await answering.mutateAsync('accept');
    } catch {
      // That it failed is shown where it is asked.
      return;
    }
    // This card has left its list meanwhile, so nothing here may depend on it.
    await go(person.id);
  };
  const isBusy = (answer: string) => answering.isPending && answering.variables === answer;
  const items: MenuItem[] = [
    ...(standing === 'received'
      ? [
          {
            id: 'ignore',
            label: t('contact.ignore'),
            icon: <BellOff aria-hidden className="size-5" />,
            onSelect: () => answering.mutate('ignore'),
          },
        ]
      : []),
    {
      id: 'report',
      label: t('report.report'),
      icon: <Flag aria-hidden className="size-5" />,
      onSelect: () => setOpened('report'),
    },
    {
      id: 'block',
      label: t('blocks.block'),
      icon: <Ban aria-hidden className="size-5" />,
      tone: 'danger',
      onSelect: () => setOpened('block'),
    },
  ];
  return (
    <>
      <IconButton
        label={t('contact.more', { name })}
        icon={<Ellipsis aria-hidden className="size-5" />}
        onClick={() => setOpened('menu')}
      />
      <Button
        look="secondary"
        aria-label={t('contact.declineName', { name })}
        isBusy={isBusy('decline')}
        onClick={() => answering.mutate('decline')}
      >
        {t('contact.decline')}
      </Button>
      <Button
        aria-label={t('contact.acceptName', { name })}
        isBusy={isBusy('accept')}
        onClick={() => void accept()}
      >
        {t('contact.accept')}
      </Button>
      {opened === 'menu' && (
        <Menu
          label={t('contact.more', { name })}
          items={items}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened === 'report' && (
        <ReportDialog
          person={person}
          onClose={() => setOpened(undefined)}
          {...(note === undefined ? {} : { evidence: { type: 'note', text: note } })}
        />
      )}
      {opened === 'block' && <BlockDialog person={person} onClose={() => setOpened(undefined)} />}
    </>
  );
}
