import { writeFileSync } from 'node:fs';
import { renderEnvExample } from '../server/src/platform/config/env-example.ts';

// .env.example is made from the table of settings; a spec compares the two.
writeFileSync('.env.example', renderEnvExample());
