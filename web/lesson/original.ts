// Fetches the lecture's own list, only when the user asks, and checks that it is the one.
import { original } from './original-address.ts';

/** The list as a file, checked; throws an Error that says what to do. */
export async function fetchOriginal(identify: (file: Blob) => Promise<string>): Promise<File> {
  if (!navigator.onLine) {
    throw new Error(
      'This machine is offline. The lecture’s counts above need no network; or open names.txt from a file.',
    );
  }
  const response = await fetch(`${original.host}${original.path}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new Error(
      `${original.repository} could not be reached: this machine may be offline, or its network may not allow it. The lecture’s counts above need no network.`,
    );
  });
  if (!response.ok) {
    throw new Error(`${original.repository} answered ${response.status}. Try again later.`);
  }
  const file = new File([await response.blob()], original.title, { type: 'text/plain' });
  const found = await identify(file);
  if (found !== original.sha256) {
    throw new Error(
      `What came is not the lecture’s list: its SHA-256 is ${found.slice(0, 16)}…, not ${original.sha256.slice(0, 16)}…. It was not opened.`,
    );
  }
  return file;
}
