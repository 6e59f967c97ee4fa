import { hash, verify } from '@node-rs/argon2';

// OWASP's minimum for argon2id (19 MiB, two passes); the library's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of a password in argon2's own text form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

let hashOfNobody: Promise<string> | null = null;

/**
 * Whether the password belongs to the hash. Without a hash (nobody has that name) it works as long and says no,
 * so that the time of an answer does not tell which names exist.
 */
export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  hashOfNobody ??= hashPassword('nobody');
  const isRight = await verify(passwordHash ?? (await hashOfNobody), password.normalize('NFC'));
  return isRight && passwordHash !== null;
}
