'use client';
import { useEffect, useState } from 'react';

/** The newest of the addresses whose picture has arrived: the old one stays until then, so that nothing flickers. */
export function useLoadedPicture(address: string): string {
  const [loaded, setLoaded] = useState(address);
  useEffect(() => {
    const picture = new Image();
    let current = true;
    const show = (): void => {
      if (current) setLoaded(address);
    };
    picture.onload = show;
    // A broken picture is shown as broken rather than hidden behind an old one.
    picture.onerror = show;
    picture.src = address;
    return () => {
      current = false;
    };
  }, [address]);
  return loaded;
}
