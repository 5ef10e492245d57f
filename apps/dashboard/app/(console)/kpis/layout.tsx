import type { ReactNode } from 'react';
import { FigureTabs } from '../../../features/kpis/figure-tabs';

export default function KpisLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <FigureTabs />
      {children}
    </>
  );
}
