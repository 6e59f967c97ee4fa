import { Module } from '@nestjs/common';
import { LedgerModule } from './ledger/ledger.module.ts';
import { RulesModule } from './rules/rules.module.ts';

/** What members are thanked with, from the rule to what they get for their points; one module a folder. */
@Module({ imports: [LedgerModule, RulesModule], exports: [RulesModule] })
export class IncentivesModule {}
