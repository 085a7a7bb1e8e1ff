import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chooseSound, playSound, soundStore } from '@/lib/notification/sound';
import { Choice } from '@/components/ui/choice';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { usePush } from '../hooks/use-push';

/** Being called when away, and the sound: both for this device. */
export function NotificationSettings() {
  const { t } = useTranslation();
  const { state, turn } = usePush();
  const { isOn } = useStore(soundStore);
  const onOff = [
    { value: 'on', label: t('notifications.on') },
    { value: 'off', label: t('notifications.off') },
  ] as const;
  return (
    <div className="divide-y divide-line">
      <div className="space-y-3 p-4">
        <p className="font-semibold">{t('notifications.push')}</p>
        <p className="text-sm text-muted">{t(`notifications.pushState.${state}`)}</p>
        {(state === 'on' || state === 'off') && (
          <Choice
            label={t('notifications.push')}
            value={state}
            options={onOff}
            onChange={(wanted) => turn.mutate(wanted === 'on')}
          />
        )}
        {turn.isError && <ProblemNotice error={turn.error} />}
      </div>
      <div className="space-y-3 p-4">
        <p className="font-semibold">{t('notifications.sound')}</p>
        <p className="text-sm text-muted">{t('notifications.soundDetail')}</p>
        <Choice
          label={t('notifications.sound')}
          value={isOn ? 'on' : 'off'}
          options={onOff}
          onChange={(wanted) => {
            chooseSound(wanted === 'on');
            if (wanted === 'on') {
              playSound();
            }
          }}
        />
      </div>
    </div>
  );
}
