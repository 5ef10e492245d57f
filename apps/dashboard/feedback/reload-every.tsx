'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks the server for the page again and again, until this is no longer part of it. */
export function ReloadEvery({ seconds }: { seconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1_000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return null;
}
