import type { Metadata } from 'next';
import { KpiPage } from '../../../features/kpis/kpi-page';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'KPIs' };

export default function KpisPage() {
  return (
    <>
      <PageHeading title="KPIs" about="How well the shelves were kept, by what formula, and how much of it was seen." />
      <KpiPage />
    </>
  );
}
