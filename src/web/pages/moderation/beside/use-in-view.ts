import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element has come near the window, which it then stays: what is far down a long page is not asked for before. */
export function useInView<E extends Element>(): readonly [element: RefObject<E | null>, isSeen: boolean] {
  const element = useRef<E>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null || isSeen) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: '50%' },
    );
    observer.observe(watched);
    return () => {
      observer.disconnect();
    };
  }, [isSeen]);
  return [element, isSeen];
}
