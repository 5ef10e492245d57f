'use client';
import { notifications } from '@mantine/notifications';
import { asApiProblem } from '../../monitoring/api-problem';

/** Does something that a person asked for, and tells how it went. @returns whether it went well */
export async function doAndTell(done: string, message: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    notifications.show({ color: 'teal', title: done, message });
    return true;
  } catch (error) {
    const { title, detail } = asApiProblem(error);
    notifications.show({ color: 'red', title, message: detail || 'Try again.', autoClose: 12_000 });
    return false;
  }
}
