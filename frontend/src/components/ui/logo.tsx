interface LogoProps {
  className?: string;
}

/** Two voices that overlap: the mark of Parley. */
export function Logo({ className }: LogoProps) {
  return (
    <svg viewBox="8 11 48 45" className={className} aria-hidden="true">
      <path
        className="fill-accent"
        d="M25 13c-8.3 0-15 6.3-15 14 0 4.1 1.9 7.8 4.9 10.4L14 44l6.9-3.5c1.3.3 2.7.5 4.1.5 8.3 0 15-6.3 15-14s-6.7-14-15-14Z"
      />
      <path
        className="fill-tick-read"
        d="M39 23c8.3 0 15 6.3 15 14 0 4.1-1.9 7.8-4.9 10.4L50 54l-6.9-3.5c-1.3.3-2.7.5-4.1.5-8.3 0-15-6.3-15-14s6.7-14 15-14Z"
      />
      <path
        className="fill-panel"
        d="M39.3 23c.5 1.3.7 2.6.7 4 0 7.7-6.7 14-15 14h-.4a13.2 13.2 0 0 1-.6-4c0-7.7 6.7-14 15-14h.3Z"
      />
    </svg>
  );
}
