import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { Avatar } from '@/components/ui/avatar';
import { usePresence } from '../hooks/use-presence';

interface PresentAvatarProps {
  id: string;
  name: string;
  picture?: string;
  className: string;
}

/** The picture of somebody, with a dot while he is there: filled when active, a ring when away. */
export function PresentAvatar({ id, name, picture, className }: PresentAvatarProps) {
  const { t } = useTranslation();
  const state = usePresence(id);
  return (
    <span className={cx('relative shrink-0', className)}>
      <Avatar id={id} name={name} picture={picture} className="size-full" />
      {state !== undefined && (
        <span
          role="img"
          aria-label={t(`presence.${state}`)}
          title={t(`presence.${state}`)}
          className={cx(
            'absolute -end-0.5 -bottom-0.5 size-3.5 rounded-full border-2 border-panel',
            state === 'active' ? 'bg-accent' : 'bg-panel ring-2 ring-faint ring-inset',
          )}
        />
      )}
    </span>
  );
}
