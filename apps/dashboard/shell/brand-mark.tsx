/** The sign of Shelfwatch: a shelf with one item missing. */
export function BrandMark({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden>
      <rect width="32" height="32" rx="8" fill="#2a57da" />
      <g fill="#fff">
        <rect x="6" y="22.5" width="20" height="2.5" rx="1.2" />
        <rect x="7.5" y="10" width="4.6" height="11" rx="1.4" />
        <rect x="19.9" y="10" width="4.6" height="11" rx="1.4" />
      </g>
      <rect x="13.9" y="17.6" width="4.2" height="3.4" rx="1.1" fill="#ffc24d" />
    </svg>
  );
}
