import {
  IDLE_MINUTES,
  lengthOf,
  SHORTEST_PASSCODE,
  type IdleMinutes,
} from '@/lib/lock/browser-lock';

/** What is wrong with a new passcode; undefined when it can be taken. */
export type PasscodeFault = 'short' | 'different';

export function faultOf(passcode: string, repeated: string): PasscodeFault | undefined {
  if (lengthOf(passcode) < SHORTEST_PASSCODE) {
    return 'short';
  }
  return passcode === repeated ? undefined : 'different';
}

/** What was chosen of the times; the one in the middle when it is none of them. */
export function minutesOf(chosen: string): IdleMinutes {
  return IDLE_MINUTES.find((each) => String(each) === chosen) ?? 5;
}
