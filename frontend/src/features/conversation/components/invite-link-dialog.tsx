import { useMutation } from '@tanstack/react-query';
import { Copy, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, InviteLink } from '@/lib/api/types';
import { lifetime } from '@/lib/format/time';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { createInviteLink } from '../api/create-invite-link';
import { inviteAddress } from '../invite-link';
import { GroupProblem } from './group-problem';

/** Seconds. */
const LIVES = [3_600, 86_400, 604_800, 2_592_000];
const WEEK = 604_800;
const QUOTAS = [1, 5, 20, 100];

interface InviteLinkDialogProps {
  group: Conversation;
  onMade: (link: InviteLink) => void;
  onClose: () => void;
}

/** Makes a way into a group, and shows it this once. */
export function InviteLinkDialog({ group, onMade, onClose }: InviteLinkDialogProps) {
  const { t, i18n } = useTranslation();
  // 0 for no end, and for any number.
  const [life, setLife] = useState(WEEK);
  const [quota, setQuota] = useState(0);
  const making = useMutation({
    mutationFn: () =>
      createInviteLink(group.id, {
        ...(life === 0 ? {} : { expiresIn: life }),
        ...(quota === 0 ? {} : { quota }),
      }),
    onSuccess: onMade,
  });
  const token = making.data?.token;
  if (token !== undefined) {
    return (
      <Dialog isOpen onClose={onClose} title={t('group.links.madeTitle')}>
        <Made address={inviteAddress(location.origin, token)} group={group} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('group.links.make')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate();
        }}
      >
        <p className="text-pretty text-muted">
          {group.settings?.approval === true
            ? t('group.links.leadApproval')
            : t('group.links.lead')}
        </p>
        <SelectField
          label={t('group.links.life')}
          value={life}
          onChange={(event) => setLife(Number(event.target.value))}
        >
          {LIVES.map((seconds) => (
            <option key={seconds} value={seconds}>
              {lifetime(seconds, i18n.language, 'long')}
            </option>
          ))}
          <option value={0}>{t('group.links.endless')}</option>
        </SelectField>
        <SelectField
          label={t('group.links.quota')}
          value={quota}
          onChange={(event) => setQuota(Number(event.target.value))}
        >
          <option value={0}>{t('group.links.unlimited')}</option>
          {QUOTAS.map((count) => (
            <option key={count} value={count}>
              {t('group.links.people', { count })}
            </option>
          ))}
        </SelectField>
        {making.isError && <GroupProblem error={making.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={making.isPending}>
            {t('group.links.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface MadeProps {
  address: string;
  group: Conversation;
  onClose: () => void;
}

function Made({ address, group, onClose }: MadeProps) {
  const { t } = useTranslation();
  const canShare = 'share' in navigator;
  return (
    <div className="space-y-4">
      <TextField
        label={t('group.links.address')}
        hint={t('group.links.once')}
        value={address}
        readOnly
        dir="ltr"
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.close')}
        </Button>
        {canShare && (
          <Button
            look="secondary"
            onClick={() => {
              // Whoever shares it with nobody after all has not failed.
              navigator.share({ title: group.name, url: address }).catch(() => undefined);
            }}
          >
            <Share2 aria-hidden className="size-4.5" />
            {t('group.links.share')}
          </Button>
        )}
        <Button
          onClick={() =>
            void copyText(address, t('group.links.copied'), t('group.links.copyFailed'))
          }
        >
          <Copy aria-hidden className="size-4.5" />
          {t('group.links.copy')}
        </Button>
      </div>
    </div>
  );
}
