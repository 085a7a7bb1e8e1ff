import { useCallback, useEffect, useRef, useState } from 'react';
import { uuidV7 } from '@/lib/id/uuid-v7';
import type { PreparedFile } from '../prepared-file';
import { toWaveform } from '../waveform';

/** Longer than anybody listens to. */
const LONGEST_SECONDS = 15 * 60;
const SAMPLE_EVERY_MS = 50;
const BITS_PER_SECOND = 32_000;
/** A press of the button by mistake. */
const SHORTEST_SECONDS = 0.4;

/** What browsers record voices in, the best first. */
const FORMS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'] as const;

export interface Recorder {
  /** Whether this browser can record. */
  isAble: boolean;
  isRecording: boolean;
  seconds: number;
  /** How loud it is now, from 0 to 1. */
  level: number;
  /** Why nothing is recorded: the person does not let us, or there is no microphone. */
  refused: 'denied' | 'none' | undefined;
  start: () => Promise<void>;
  /** Ends the recording; nothing when it was too short to say anything. */
  stop: () => Promise<PreparedFile | undefined>;
  cancel: () => void;
}

interface Recording {
  recorder: MediaRecorder;
  end: () => void;
  levels: number[];
  pieces: Blob[];
  startedAt: number;
}

/** Records what somebody says; the microphone is on for as long as it shows. */
export function useRecorder(name: string): Recorder {
  const form = FORMS.find(
    (type) => typeof MediaRecorder !== 'undefined' && MediaRecorder.isTypeSupported(type),
  );
  const recording = useRef<Recording>(undefined);
  const [state, setState] = useState({ isRecording: false, seconds: 0, level: 0 });
  const [refused, setRefused] = useState<Recorder['refused']>();

  const release = useCallback(() => {
    recording.current?.end();
    recording.current = undefined;
    setState({ isRecording: false, seconds: 0, level: 0 });
  }, []);
  useEffect(() => release, [release]);

  const start = useCallback(async () => {
    if (form === undefined || recording.current !== undefined) {
      return;
    }
    setRefused(undefined);
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({
        audio: { echoCancellation: true, noiseSuppression: true },
      });
    } catch (error) {
      const isDenied = error instanceof DOMException && error.name === 'NotAllowedError';
      setRefused(isDenied ? 'denied' : 'none');
      return;
    }
    const recorder = new MediaRecorder(stream, {
      mimeType: form,
      audioBitsPerSecond: BITS_PER_SECOND,
    });
    const made = begun(recorder, stream, (seconds, level) => {
      setState({ isRecording: true, seconds, level });
      if (seconds >= LONGEST_SECONDS && recorder.state === 'recording') {
        recorder.pause();
      }
    });
    recording.current = made;
    setState({ isRecording: true, seconds: 0, level: 0 });
    recorder.start(1_000);
  }, [form]);

  const stop = useCallback(async () => {
    const made = recording.current;
    if (made === undefined || form === undefined) {
      return undefined;
    }
    const duration = Math.min(LONGEST_SECONDS, (performance.now() - made.startedAt) / 1_000);
    await new Promise<void>((resolve) => {
      made.recorder.addEventListener('stop', () => resolve(), { once: true });
      made.recorder.stop();
    });
    release();
    const mediaType = form.split(';', 1)[0] ?? form;
    return duration < SHORTEST_SECONDS
      ? undefined
      : {
          choice: uuidV7(),
          blob: new Blob(made.pieces, { type: mediaType }),
          name: `${name}.${mediaType.slice('audio/'.length)}`,
          mediaType,
          duration: Math.round(duration * 10) / 10,
          waveform: toWaveform(made.levels),
        };
  }, [form, name, release]);

  return { ...state, isAble: form !== undefined, refused, start, stop, cancel: release };
}

function begun(
  recorder: MediaRecorder,
  stream: MediaStream,
  onLevel: (seconds: number, level: number) => void,
): Recording {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Uint8Array(analyser.fftSize);
  const startedAt = performance.now();
  const levels: number[] = [];
  const pieces: Blob[] = [];
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(wave);
    const level = Math.min(1, Math.max(...wave.map((each) => Math.abs(each - 128))) / 100);
    levels.push(level);
    onLevel((performance.now() - startedAt) / 1_000, level);
  }, SAMPLE_EVERY_MS);
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  return {
    recorder,
    levels,
    pieces,
    startedAt,
    end: () => {
      clearInterval(timer);
      if (recorder.state !== 'inactive') {
        recorder.stop();
      }
      stream.getTracks().forEach((track) => track.stop());
      // It may be closed already when the page goes.
      context.close().catch(() => undefined);
    },
  };
}
