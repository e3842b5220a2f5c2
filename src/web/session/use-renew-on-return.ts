import { useEffect } from 'react';

/** Asks again who is here whenever somebody comes back to this tab: they may have signed in through a link in another. */
export function useRenewOnReturn(renew: () => void): void {
  useEffect(() => {
    const returned = (): void => {
      if (document.visibilityState === 'visible') {
        renew();
      }
    };
    document.addEventListener('visibilitychange', returned);
    return () => {
      document.removeEventListener('visibilitychange', returned);
    };
  }, [renew]);
}
