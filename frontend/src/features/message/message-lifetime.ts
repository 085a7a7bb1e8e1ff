/**
 * How many seconds a new message lives; undefined for ever.
 *
 * @param chosen by its author: 0 for ever, undefined when nothing was chosen
 * @param usual in this conversation; 0 for ever
 */
export function lifetimeOf(chosen: number | undefined, usual: number): number | undefined {
  const seconds = chosen ?? usual;
  return seconds === 0 ? undefined : seconds;
}

/**
 * What is kept of a choice: nothing when it is what is usual here anyway, so that it follows when
 * that changes.
 *
 * @param seconds undefined for ever
 */
export function lifetimeChosen(seconds: number | undefined, usual: number): number | undefined {
  return (seconds ?? 0) === usual ? undefined : (seconds ?? 0);
}
