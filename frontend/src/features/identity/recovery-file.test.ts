import { expect, test } from 'vitest';
import { recoveryFile } from './recovery-file';

test('the file says whose codes they are, and has each on a line of its own', () => {
  const lines = recoveryFile('ada', 'chat.example.org', ['AAAA-BBBB', 'CCCC-DDDD']).split('\n');
  expect(lines[0]).toContain('ada at chat.example.org');
  expect(lines).toContain('AAAA-BBBB');
  expect(lines).toContain('CCCC-DDDD');
});
