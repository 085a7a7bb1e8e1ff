import { toast } from './toast-store';

/** Puts a text on the clipboard, and says whether it is there. */
export async function copyText(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(done);
  } catch {
    toast(failed, 'failed');
  }
}
