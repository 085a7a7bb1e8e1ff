import { useTranslation } from 'react-i18next';
import type { GroupRole } from '@/lib/api/types';
import { cx } from '@/components/cx';

/** What somebody is in a group; most are plain members, of which nothing is said. */
export function RoleBadge({ role }: { role: GroupRole | undefined }) {
  const { t } = useTranslation();
  if (role === undefined || role === 'member') {
    return null;
  }
  return (
    <span
      data-role={role}
      className={cx(
        'shrink-0 rounded-md px-1.5 py-0.5 text-xs font-semibold',
        role === 'owner' ? 'bg-accent-soft text-accent-text' : 'bg-hover text-muted',
      )}
    >
      {t(`group.role.${role}`)}
    </span>
  );
}
