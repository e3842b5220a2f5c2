import { type ReactNode, useEffect, useRef } from 'react';
import { isTyping } from '../browser/is-typing.js';
import './page-title.css';

interface PageTitleProps {
  /** For the browser's tab and history. */
  tab: string;
  /** A line above the title: where one is. */
  over?: ReactNode;
  children: ReactNode;
}

/** The first page of a visit leaves the focus where browsers put it. */
let isFirstPage = true;

/** The one first-level heading of a page. It takes the focus when somebody has navigated here, unless they have begun to type. */
export function PageTitle({ tab, over, children }: PageTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // It may come late, with what it names.
    if (!isFirstPage && !isTyping(document.activeElement)) {
      title.current?.focus({ preventScroll: true });
    }
    isFirstPage = false;
  }, []);

  useEffect(() => {
    document.title = `${tab} · Assent`;
  }, [tab]);

  return (
    <div className="page-title">
      {over !== undefined && <p className="over-title">{over}</p>}
      <h1 ref={title} tabIndex={-1}>
        {children}
      </h1>
    </div>
  );
}
