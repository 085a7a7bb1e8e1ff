import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, GroupListing, Interest } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast-store';
import { InterestFilter } from '../../profile/components/interest-filter';
import { useListGroup } from '../hooks/use-listing';
import { GroupProblem } from './group-problem';

const DESCRIPTION_LENGTH = 500;

interface ListGroupDialogProps {
  group: Conversation;
  listing: GroupListing;
  onClose: () => void;
}

/** Says what everybody sees of a group before it is shown to everybody. */
export function ListGroupDialog({ group, listing, onClose }: ListGroupDialogProps) {
  const { t } = useTranslation();
  const [description, setDescription] = useState(group.description ?? '');
  const [about, setAbout] = useState<readonly Interest[]>(listing.interests);
  const saving = useListGroup(group);
  const isAsked = group.settings?.approval === true;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={listing.listed ? t('group.listing.changeTitle') : t('group.listing.dialogTitle')}
    >
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate(
            { description: description.trim(), interests: about.map(({ id }) => id) },
            {
              onSuccess: () => {
                toast(listing.listed ? t('group.listing.changed') : t('group.listing.listed'));
                onClose();
              },
            },
          );
        }}
      >
        <p className="text-pretty text-muted">
          {t('group.listing.lead')}{' '}
          {isAsked ? t('group.listing.leadAsked') : t('group.listing.leadFree')}
        </p>
        <TextArea
          label={t('group.description')}
          hint={t('group.listing.description')}
          maxLength={DESCRIPTION_LENGTH}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <InterestFilter
          label={t('group.listing.about')}
          anything={t('group.listing.choose')}
          wanted={about}
          onChange={setAbout}
        />
        {saving.isError && <GroupProblem error={saving.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={saving.isPending}>
            {listing.listed ? t('group.listing.save') : t('group.listing.submit')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
