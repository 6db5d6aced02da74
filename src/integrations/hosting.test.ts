import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from './content-security-policy.ts';

test.each(['nginx.conf', 'Caddyfile'])('%s sends the policy of the pages', (name) => {
  const notes = readFileSync(`hosting/${name}`, 'utf8');
  expect(notes).toContain(`"${CONTENT_SECURITY_POLICY}; frame-ancestors 'self'"`);
});
