import { euclidean, fuse } from '@/lib/recognition/descriptor';
import { drawPerson, seeded } from '@/lib/server/recognition/drawn-people.fixture';
import { CHOSEN, simulateSharing, UNIFORM } from './digits';

/**
 * The numbers of docs/scale.md: `npm run bench:scale`. It draws digits and people with a fixed seed
 * and multiplies what `bench:match` measured; nothing here is a measurement of a billion.
 */
const SEED = 2026;
const REGULARS_MAX = 20;
const PEOPLE = 1_000_000_000;
const DAY_S = 86_400;

/** Bytes a person takes, from the columns' widths (see docs/scale.md). */
const ROW_BYTES = { template: 1_960, shopper: 260, indexes: 210 };
const INDEX_BYTES = 512 + 8 + 100;
/** `usearch` exact, two cores, a quiet machine (facts of the project's start). */
const SEARCH_MS_PER_MILLION = 18.6;
const SEARCH_CORES = 2;
const PARTITION_PEOPLE = 4_000_000;

const ASSUMED = {
  paymentsPerPersonAndDay: 1,
  /** Of the busiest hour over the mean. */
  peak: 4,
  /** A person enrols once in three years, counting new pictures. */
  enrolmentYears: 3,
};

function main(): void {
  const random = seeded(SEED);
  const sharing = [200, 2_000, 20_000, 100_000].map((regulars) => ({
    uniform: simulateSharing(regulars, UNIFORM, REGULARS_MAX, random),
    chosen: simulateSharing(regulars, CHOSEN, REGULARS_MAX, random),
  }));
  console.log(
    JSON.stringify({ sharing, nearest: nearestDistances(), billion: billion() }, rounded, 2),
  );
}

/** How near the nearest other person is, by the number of people: drawn ones, no look-alikes. */
function nearestDistances() {
  const random = seeded(SEED);
  const people = Array.from({ length: 100_000 }, () => fuse(drawPerson(random, 3)));
  const asked = people.slice(0, 60);
  return [1_000, 10_000, 100_000].map((count) => {
    const nearest = asked.map((one) =>
      people.slice(0, count).reduce((least, other) => {
        return other === one ? least : Math.min(least, euclidean(one, other));
      }, Infinity),
    );
    const sorted = Float64Array.from(nearest).sort();
    return {
      people: count,
      median: sorted[30],
      tenth: sorted[6],
      /** 0.8 of it is below 0.34, so that the person's own threshold shrinks. */
      tightened: nearest.filter((distance) => 0.8 * distance < 0.34).length / asked.length,
    };
  });
}

function billion() {
  const partitions = Math.ceil(PEOPLE / PARTITION_PEOPLE);
  const rowBytes = ROW_BYTES.template + ROW_BYTES.shopper + ROW_BYTES.indexes;
  const decisionsPerSecond = (PEOPLE * ASSUMED.paymentsPerPersonAndDay) / DAY_S;
  const enrolmentsPerSecond = PEOPLE / (ASSUMED.enrolmentYears * 365 * DAY_S);
  const searchMs = (PEOPLE / 1e6) * SEARCH_MS_PER_MILLION;
  return {
    partitions,
    partition: {
      people: PARTITION_PEOPLE,
      tablesGb: (PARTITION_PEOPLE * rowBytes) / 1e9,
      indexGb: (PARTITION_PEOPLE * INDEX_BYTES) / 1e9,
      searchMs: (PARTITION_PEOPLE / 1e6) * SEARCH_MS_PER_MILLION,
    },
    tablesTb: (PEOPLE * rowBytes) / 1e12,
    indexGb: (PEOPLE * INDEX_BYTES) / 1e9,
    decisionsPerSecond,
    decisionsPerSecondAtPeak: decisionsPerSecond * ASSUMED.peak,
    rowsReadPerSecondAtPeak: decisionsPerSecond * ASSUMED.peak * 11,
    enrolmentsPerSecond,
    coresForEnrolmentSearch: (enrolmentsPerSecond * searchMs * SEARCH_CORES) / 1000,
    strangersPerDecision: {
      wholeNumber: 0,
      lastFourOf2000Regulars: (2_000 - 1) / 10_000,
      openSearch: PEOPLE - 1,
    },
    /** At a false match rate of 1e-4 for one comparison. */
    strangersWhoPassAnOpenSearch: (PEOPLE - 1) * 1e-4,
  };
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(4)) : value;
}

main();
