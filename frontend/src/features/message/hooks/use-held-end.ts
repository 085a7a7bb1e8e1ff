import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** How far above its end a list still counts as being at its end. */
export const NEAR_END_PX = 80;

interface HeldEnd {
  /** Whether the end is held now. */
  isHeld: RefObject<boolean>;
  /** Is given what scrolls. */
  scrollerRef: (scroller: HTMLElement | Window | null) => void;
  /** Is told whenever the list may have become higher. */
  heightChanged: () => void;
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

  const heightChanged = useCallback(() => {
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
        isHeld.current = false;
      }
      ({ scrollTop, scrollHeight } = scroller);
    };
    scroller.addEventListener('scroll', scrolled, { passive: true });
    const resized = new ResizeObserver(heightChanged);
    resized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', scrolled);
      resized.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, [heightChanged, scroller]);

  const scrollerRef = useCallback(
    (element: HTMLElement | Window | null) =>
      setScroller(element instanceof HTMLElement ? element : undefined),
    [],
  );
  return { isHeld, scrollerRef, heightChanged };
}
