import { EyeOff, Globe, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, GroupListing as Listing } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { InterestChips } from '../../profile/components/interest-chips';
import { rightsIn } from '../group-rights';
import { useListing, useUnlistGroup } from '../hooks/use-listing';
import { GroupProblem } from './group-problem';
import { ListGroupDialog } from './list-group-dialog';

/** Whether everybody may find a group, and the owner's choice about it. */
export function GroupListing({ group }: { group: Conversation }) {
  const { t } = useTranslation();
  const listing = useListing(group.id);
  if (listing.data !== undefined) {
    return <Shown group={group} listing={listing.data} />;
  }
  return listing.isError ? (
    <div className="space-y-2 p-4">
      <p role="alert" className="text-sm text-danger">
        {t('group.listing.failed')}
      </p>
      <Button look="secondary" onClick={() => void listing.refetch()}>
        {t('app.retry')}
      </Button>
    </div>
  ) : (
    <div role="status" aria-label={t('app.loading')} className="p-4">
      <Skeleton className="h-10" />
    </div>
  );
}

function Shown({ group, listing }: { group: Conversation; listing: Listing }) {
  const { t } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const hiding = useUnlistGroup(group.id);
  const isAsked = group.settings?.approval === true;
  const open = isAsked ? t('group.listing.everybodyAsked') : t('group.listing.everybodyFree');
  return (
    <div className="space-y-3 p-4">
      <p className="text-pretty">{listing.listed ? open : t('group.listing.nobody')}</p>
      {listing.interests.length > 0 && (
        <InterestChips label={t('group.listing.about')} interests={listing.interests} />
      )}
      {hiding.isError && <GroupProblem error={hiding.error} />}
      {rightsIn(group).list && (
        <div className="-mx-2 flex flex-wrap">
          <Button look="quiet" onClick={() => setEditing(true)}>
            {listing.listed ? (
              <Pencil aria-hidden className="size-4.5" />
            ) : (
              <Globe aria-hidden className="size-5" />
            )}
            {listing.listed ? t('group.listing.change') : t('group.listing.list')}
          </Button>
          {listing.listed && (
            <Button
              look="quiet"
              isBusy={hiding.isPending}
              onClick={() =>
                hiding.mutate(undefined, { onSuccess: () => toast(t('group.listing.unlisted')) })
              }
            >
              <EyeOff aria-hidden className="size-5" />
              {t('group.listing.unlist')}
            </Button>
          )}
        </div>
      )}
      {isEditing && (
        <ListGroupDialog group={group} listing={listing} onClose={() => setEditing(false)} />
      )}
    </div>
  );
}
