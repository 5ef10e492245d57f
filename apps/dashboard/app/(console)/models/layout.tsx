import type { ReactNode } from 'react';
import { TeachingTabs } from '../../../features/models/teaching-tabs';

export default function ModelsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <TeachingTabs />
      {children}
    </>
  );
}
