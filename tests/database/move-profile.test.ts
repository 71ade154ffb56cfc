import { afterEach, beforeEach, expect, it } from 'vitest';
import { findCurrentLevel, findCurrentProfile } from '@db/queries/profiles.server';
import { SKILLS, type Skill } from '~/domain/capability/answers';
import { verifyAudit } from '~/services/audit.server';
import { moveProfileByEvidence } from '~/services/move-profile.server';
import { openAnswers } from '~/services/profile-answers.server';
import { describeOnBothDatabases, newDatabase, type TestDatabase } from '../support/databases';
import { anEngine } from '../support/engine';
import { anOffice } from '../support/factories';
import { ABLE, aProfile, LEARNING } from '../support/profiles';

describeOnBothDatabases('a profile that moves by what was seen', (dialect) => {
  let database: TestDatabase;
  let engine: Awaited<ReturnType<typeof anEngine>>;
  let customerId: string;
  beforeEach(async () => {
    database = await newDatabase(dialect);
    engine = await anEngine(database);
    customerId = (await engine.customer()).id;
  });
  afterEach(() => database.drop());

  const current = () => engine.deps.db.read((q) => findCurrentProfile(q, customerId));
  const move = (skills: readonly Skill[], staff: { id: string; officeId: string } = engine.adviser) =>
    engine.deps.db.write((q) =>
      moveProfileByEvidence(q, engine.deps, { customerId, staff, skills, agreedAt: engine.deps.clock.now() }),
    );

  it('is a new one with these skills, everything else as it was said, to be confirmed anew', async () => {
    const before = await aProfile(engine.deps, customerId, LEARNING, {
      ...{ decided: 'assisted', decidedAt: 1, decidedBy: engine.adviser.id, ageBand: '50_to_64' },
    });
    engine.deps.clock.advance(1_000);
    const id = await move(['open_link', 'use_code', 'fill_form', 'spot_scam']);
    const after = await current();
    expect(after).toMatchObject({
      ...{ id, source: 'evidence', toldBy: 'staff', askedBy: engine.adviser.id, ageBand: '50_to_64' },
      ...{ score: 11, recommended: 'self_service', rule: 'score', decided: null, decidedBy: null },
    });
    expect(after!.id).not.toBe(before.id);
    expect(openAnswers(engine.deps, after!.answers)).toEqual({
      ...LEARNING,
      ...{ open_link: 'alone', use_code: 'alone', fill_form: 'alone', spot_scam: 'alone' },
    });
    const entries = await engine.deps.db.read((q) => q.select().from(q.tables.auditEntries));
    expect(entries).toMatchObject([
      { action: 'profile.moved', subjectId: id, detail: 'open_link use_code fill_form spot_scam' },
    ]);
    expect(await verifyAudit(engine.deps)()).toMatchObject({ ok: true });
    expect(await engine.deps.db.read((q) => findCurrentLevel(q, customerId))).toEqual({
      ...{ level: 'self_service', confirmed: false },
    });
    expect(await engine.deps.db.read((q) => findCurrentLevel(q, 'nobody'))).toBeNull();
  });

  it('stays where nothing changes, nobody was asked, or the customer is another office’s', async () => {
    expect(await move(['open_link'])).toBeNull();
    await aProfile(engine.deps, customerId, ABLE);
    expect(await move([...SKILLS])).toBeNull();
    expect(await move([])).toBeNull();
    await aProfile(engine.deps, customerId, LEARNING);
    const elsewhere = await anOffice(engine.deps);
    expect(await move(['open_link'], { id: engine.adviser.id, officeId: elsewhere.id })).toBeNull();
    expect((await current())!.source).toBe('asked');
  });

  it('moves once when it is sent twice at the same time', async () => {
    await aProfile(engine.deps, customerId, LEARNING);
    const moved = await Promise.all([move(['open_link']), move(['open_link'])]);
    expect(moved.filter((id) => id !== null)).toHaveLength(1);
  });

  it('does not make safe what was not: who reads along still counts first', async () => {
    await aProfile(engine.deps, customerId, { ...LEARNING, readByOthers: 'yes' });
    await move([...SKILLS]);
    expect(await current()).toMatchObject({ recommended: 'assisted', rule: 'safety' });
  });
});
