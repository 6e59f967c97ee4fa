import { Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.ts';
import { Audit } from './audit.service.ts';

@Module({ providers: [Audit, AuditSealer], exports: [Audit] })
export class AuditModule {}
