/** Why a backup was not made or not put back, in one sentence for the person at the terminal. */
export class BackupRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'BackupRefused';
  }
}
