import { label } from './label';
export default function L({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{label}{children}</body></html>;
}
