import type { Metadata } from 'next';
import { BlindCameras } from '../../../features/cameras/blind-cameras';
import { EventList } from '../../../features/stock-events/event-list';
import { SummaryTiles } from '../../../features/summary/summary-tiles';
import { PageHeading } from '../../../shell/page-heading';

export const metadata: Metadata = { title: 'Now' };

export default function NowPage() {
  return (
    <>
      <PageHeading title="Now" about="What is missing on the shelves, the most urgent first." />
      <SummaryTiles />
      <BlindCameras />
      <EventList />
    </>
  );
}
