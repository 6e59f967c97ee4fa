import { Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.ts';
import { AuditTrail } from './audit-trail.ts';
import { Audit } from './audit.service.ts';

@Module({ providers: [Audit, AuditSealer, AuditTrail], exports: [Audit, AuditTrail] })
export class AuditModule {}
