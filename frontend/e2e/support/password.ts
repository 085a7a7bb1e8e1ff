/** Everybody's. */
export const PASSWORD = 'four sober otters whistle';
