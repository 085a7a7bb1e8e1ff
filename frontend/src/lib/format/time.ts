const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The local day of a time, as a key that sorts. */
export function dayOf(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0');
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`;
}

/** How many midnights lie between a day and now: 0 today, 1 yesterday. */
export function daysAgo(date: Date, now: Date): number {
  const midnight = (day: Date) => Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  return Math.round((midnight(now) - midnight(date)) / DAY_MS);
}

/** Hours and minutes, the way the person writes them. */
export function clockTime(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(date);
}

/** Day, month, year and time to the second: what a hover shows. */
export function exactTime(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'medium' }).format(date);
}

/** For a list: the time today, the weekday this week, else the date. */
export function listTime(date: Date, now: Date, language: string): string {
  const days = daysAgo(date, now);
  if (days <= 0) {
    return clockTime(date, language);
  }
  if (days === 1) {
    return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-1, 'day');
  }
  if (days < 7) {
    return new Intl.DateTimeFormat(language, { weekday: 'short' }).format(date);
  }
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(date);
}

/** For a separator between days: `Saturday, 21 November`. */
export function dayTitle(date: Date, now: Date, language: string): string {
  const days = daysAgo(date, now);
  if (days === 0 || days === 1) {
    const text = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day');
    return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  }
  return new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  }).format(date);
}

/** A day by itself: `21 November 2026`. */
export function longDate(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date);
}

/** `5 minutes ago`, `yesterday`; for what need not be exact. */
export function ago(date: Date, now: Date, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const minutes = Math.max(0, Math.round((now.getTime() - date.getTime()) / MINUTE_MS));
  if (minutes < 60) {
    return format.format(-minutes, 'minute');
  }
  if (minutes < 24 * 60) {
    return format.format(-Math.round(minutes / 60), 'hour');
  }
  return format.format(-Math.max(1, daysAgo(date, now)), 'day');
}

const UNITS = [
  { unit: 'week', seconds: 7 * 86_400 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How long something lasts, in its largest unit: `4 min`, `2 days`. */
export function lifetime(
  seconds: number,
  language: string,
  unitDisplay: 'narrow' | 'long' = 'narrow',
): string {
  const found = UNITS.find((it) => seconds >= it.seconds);
  const { unit, seconds: length } = found ?? { unit: 'second', seconds: 1 };
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(
    Math.round(seconds / length),
  );
}

/** A local time the way a field for dates and times wants it, to the minute. */
export function localInput(date: Date): string {
  const minutes = [date.getHours(), date.getMinutes()];
  return `${dayOf(date)}T${minutes.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
