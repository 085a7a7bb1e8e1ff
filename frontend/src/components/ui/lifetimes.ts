/** How long messages that disappear live: the choices that are offered, in seconds. */
export const LIFETIMES: readonly number[] = [30, 300, 3_600, 86_400, 604_800, 2_419_200];
