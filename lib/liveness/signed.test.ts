import { describe, expect, it } from 'vitest';
import { encodeDescriptor } from './evidence';
import { descriptorOf } from './evidence.fixture';
import { greetingSchema, signedSchema } from './signed';

describe('what was signed', () => {
  it('has a length that can be read through', () => {
    expect(signedSchema.safeParse('x'.repeat(200_000)).success).toBe(true);
    expect(signedSchema.safeParse('x'.repeat(200_001)).success).toBe(false);
    expect(signedSchema.safeParse('').success).toBe(false);
    expect(signedSchema.safeParse({}).success).toBe(false);
  });
});

describe('a greeting', () => {
  const greeting = {
    challengeId: '0191d2f0-0000-7000-8000-000000000001',
    nonce: 'bm9uY2Utbm9uY2Utbm9uYw',
    modelId: 'test-model',
    descriptors: [encodeDescriptor(descriptorOf(1))],
  };

  it('is one face at rest', () => {
    expect(greetingSchema.parse(greeting).descriptors).toEqual([descriptorOf(1)]);
  });

  it.each([
    ['no face', { ...greeting, descriptors: [] }],
    ['a crowd', { ...greeting, descriptors: Array<string>(7).fill(greeting.descriptors[0] ?? '') }],
    ['numbers that are none', { ...greeting, descriptors: [encodeDescriptor(descriptorOf(NaN))] }],
    ['a verdict', { ...greeting, payer: 'Mina' }],
    ['no nonce', { ...greeting, nonce: undefined }],
  ])('is not %s', (_, value) => {
    expect(greetingSchema.safeParse(value).success).toBe(false);
  });
});
