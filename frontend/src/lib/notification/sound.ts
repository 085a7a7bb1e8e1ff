import { createStore } from 'zustand/vanilla';

const KEY = 'parley.sound';

/** Whether a new message makes a sound; kept in this browser. */
export const soundStore = createStore<{ isOn: boolean }>(() => ({
  isOn: localStorage.getItem(KEY) !== 'off',
}));

export function chooseSound(isOn: boolean): void {
  if (isOn) {
    localStorage.removeItem(KEY);
  } else {
    localStorage.setItem(KEY, 'off');
  }
  soundStore.setState({ isOn });
}

const NOTES_HZ = [659.3, 880];
const NOTE_S = 0.12;
const VOLUME = 0.06;

let context: AudioContext | undefined;

/**
 * Two soft notes, made here. Silent until somebody has touched the page: before, browsers let no
 * sound out and complain about the wish.
 */
export function playSound(): void {
  const { userActivation } = navigator as { userActivation?: UserActivation };
  if (userActivation?.hasBeenActive !== true) {
    return;
  }
  const audio = (context ??= new AudioContext());
  NOTES_HZ.forEach((frequency, index) => play(audio, frequency, index * NOTE_S));
}

function play(audio: AudioContext, frequency: number, afterS: number): void {
  const start = audio.currentTime + afterS;
  const note = audio.createOscillator();
  const volume = audio.createGain();
  note.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(VOLUME, start + 0.015);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 2 * NOTE_S);
  note.connect(volume).connect(audio.destination);
  note.start(start);
  note.stop(start + 2 * NOTE_S);
}
