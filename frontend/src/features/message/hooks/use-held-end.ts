import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** How far above its end a list still counts as being at its end. */
export const NEAR_END_PX = 80;
/** For so long after it has grown, the list itself scrolls to where it believes its end to be. */
const SETTLING_MS = 1_000;
/** What somebody does who scrolls. */
const BY_HAND = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

interface HeldEnd {
  /** Whether the end is held now. */
  isHeld: RefObject<boolean>;
  /** Is given what scrolls. */
  scrollerRef: (scroller: HTMLElement | Window | null) => void;
  /** Is told whenever the list may have become higher. */
  heightChanged: () => void;
  /** Lets go of the end, because something else is to be looked at. */
  release: () => void;
}

/**
 * Holds the end of a list in view until somebody scrolls up: what is shown may grow for seconds
 * after it was drawn, as pictures, names and proofs come, and nobody is to look at the middle of a
 * conversation for that.
 */
export function useHeldEnd(isAtEnd: boolean): HeldEnd {
  const isHeld = useRef(isAtEnd);
  const [scroller, setScroller] = useState<HTMLElement>();
  const frame = useRef(0);
  const grownAt = useRef(-Infinity);
  const touchedAt = useRef(-Infinity);

  const heightChanged = useCallback(() => {
    grownAt.current = performance.now();
    cancelAnimationFrame(frame.current);
    // The list tells of its height before it is drawn with it.
    frame.current = requestAnimationFrame(() => {
      if (isHeld.current) {
        scroller?.scrollTo({ top: scroller.scrollHeight });
      }
    });
  }, [scroller]);

  useEffect(() => {
    if (scroller === undefined) {
      return;
    }
    let { scrollTop, scrollHeight } = scroller;
    const scrolled = () => {
      const gap = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
      if (gap <= NEAR_END_PX) {
        isHeld.current = true;
      } else if (scroller.scrollTop < scrollTop && scroller.scrollHeight >= scrollHeight) {
        const since = performance.now() - SETTLING_MS;
        isHeld.current &&= touchedAt.current < since && grownAt.current > since;
      }
      ({ scrollTop, scrollHeight } = scroller);
    };
    const touched = () => {
      touchedAt.current = performance.now();
    };
    scroller.addEventListener('scroll', scrolled, { passive: true });
    BY_HAND.forEach((event) => scroller.addEventListener(event, touched, { passive: true }));
    const resized = new ResizeObserver(heightChanged);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', scrolled);
      BY_HAND.forEach((event) => scroller.removeEventListener(event, touched));
      resized.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, [heightChanged, scroller]);

  const scrollerRef = useCallback(
    (element: HTMLElement | Window | null) =>
      setScroller(element instanceof HTMLElement ? element : undefined),
    [],
  );
  const release = useCallback(() => {
    isHeld.current = false;
  }, []);
  return { isHeld, scrollerRef, heightChanged, release };
}
