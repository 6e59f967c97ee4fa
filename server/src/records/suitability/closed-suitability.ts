import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Identity } from '../identity/index.ts';
import { TrustedContacts } from './elder/trusted-contacts.ts';
import { OwnProfessionals } from './professional/own-professional.ts';
import { ProfessionalPictures } from './professional/professional-pictures.ts';

/**
 * What the firm asked and decided stays, as a record of its duty. Whoever closes the account is no professional investor
 * any more; the contact, who is somebody else, is forgotten, and evidence that no application named.
 */
@Injectable()
export class ClosedSuitability implements OnModuleInit {
  constructor(
    private readonly identity: Identity,
    private readonly professionals: OwnProfessionals,
    private readonly pictures: ProfessionalPictures,
    private readonly contacts: TrustedContacts,
  ) {}

  onModuleInit(): void {
    this.identity.onAccountClosed(async (tx, memberNos) => {
      await this.professionals.endAll(tx, 'system', memberNos);
      await this.pictures.forgetFree(tx, memberNos);
      await this.contacts.forget(tx, memberNos);
    });
  }
}
