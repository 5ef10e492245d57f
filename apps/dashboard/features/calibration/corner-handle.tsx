'use client';
import type { KeyboardEvent, PointerEvent } from 'react';
import type { CalibrationPoint } from '../../monitoring/types';
import { formatPercent } from '../../text/format-percent';
import { boxPercent, pictureShare, stepTo } from './corner-points';
import classes from './corner-handle.module.css';

/** A point that is dragged with a pointer or moved with the arrow keys, on a box that shows the picture with its margin. */
export function CornerHandle(props: {
  name: string;
  point: CalibrationPoint;
  margin: number;
  onMove: (to: { x: number; y: number }) => void;
}) {
  const { name, point, margin, onMove } = props;
  const { x, y } = point.picture;

  function step(event: KeyboardEvent): void {
    const to = stepTo(point, event.key, event.shiftKey);
    if (to === undefined) return;
    event.preventDefault();
    onMove(to);
  }
  function hold(event: PointerEvent<HTMLButtonElement>): void {
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function drag(event: PointerEvent<HTMLButtonElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    onMove(pictureShare({ x: event.clientX, y: event.clientY }, box, margin));
  }

  return (
    <button
      type="button"
      className={classes.handle}
      style={{ left: `${boxPercent(x, margin)}%`, top: `${boxPercent(y, margin)}%` }}
      aria-label={`${name}: ${formatPercent(x)} from the left, ${formatPercent(y)} from the top; arrow keys move it`}
      onKeyDown={step}
      onPointerDown={hold}
      onPointerMove={drag}
    />
  );
}
