import { knownDevice } from '@/lib/api/known-device';
import type { DeviceInput } from '@/lib/api/types';
import { deviceName } from '@/lib/device/device-name';

/** What this browser says about itself when a person signs in. */
export function thisDevice(): DeviceInput {
  const id = knownDevice();
  return { name: deviceName(navigator.userAgent), ...(id === undefined ? {} : { id }) };
}
