import { cx } from '../cx';
import { avatarDesign, initials } from './avatar-design';

interface AvatarProps {
  id: string;
  name: string;
  /** The address of a picture that was chosen. */
  picture?: string;
  className?: string;
}

/**
 * The picture that was chosen, or else one made from the id: distinct and stable. The name always
 * stands beside it.
 */
export function Avatar({ id, name, picture, className }: AvatarProps) {
  if (picture !== undefined) {
    return (
      <img
        src={picture}
        alt=""
        data-picture
        draggable={false}
        className={cx('shrink-0 rounded-[30%] object-cover', className ?? 'size-11')}
      />
    );
  }
  const { ground, figure, shape, turn } = avatarDesign(id);
  const letters = initials(name);
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      className={cx('shrink-0 rounded-[30%]', className ?? 'size-11')}
    >
      <rect width="40" height="40" fill={ground} />
      <g transform={`rotate(${turn} 20 20)`} fill={figure}>
        {shape === 'disc' && <circle cx="31" cy="9" r="13" />}
        {shape === 'bar' && <rect x="-10" y="26" width="60" height="9" />}
        {shape === 'arc' && (
          <circle cx="36" cy="36" r="17" fill="none" stroke={figure} strokeWidth="8" />
        )}
        {shape === 'corner' && <path d="M-8 -8h34L-8 26Z" />}
      </g>
      <text
        x="20"
        y="20"
        dy="0.35em"
        textAnchor="middle"
        fontSize={letters.length > 1 ? '15' : '17'}
        fontWeight="650"
        fill="#fff"
      >
        {letters}
      </text>
    </svg>
  );
}
