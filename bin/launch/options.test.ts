import { describe, expect, it } from 'vitest';
import { StartFailure } from './failure';
import { parseOptions } from './options';

const parse = (...args: string[]) => parseOptions(args, '/home/ann', '/opt/smile');

describe('parseOptions', () => {
  it('serves the demo on port 3000 with its data in the project when nothing is said', () => {
    expect(parse()).toEqual({
      port: 3000,
      https: false,
      dataDir: '/opt/smile/.data',
      dev: false,
      demo: true,
    });
  });

  it('takes a relative data folder from where the person stands', () => {
    expect(parse('--data-dir', 'shop').dataDir).toBe('/home/ann/shop');
    expect(parse('--data-dir=/srv/shop').dataDir).toBe('/srv/shop');
  });

  it('takes every switch', () => {
    expect(parse('--port', '8443', '--https', '--dev', '--no-demo')).toMatchObject({
      port: 8443,
      https: true,
      dev: true,
      demo: false,
    });
  });

  it.each([
    [['--port', '0'], '--port must be a number from 1 to 65535, not "0".'],
    [['--port', '65536'], '--port must be a number from 1 to 65535, not "65536".'],
    [['--port', '3e3'], '--port must be a number from 1 to 65535, not "3e3".'],
    [['--data-dir', ''], '--data-dir needs the name of a folder.'],
    [['--prot', '1'], "Unknown option '--prot'. See bin/start --help."],
    [['--port'], "Option '--port <value>' argument missing. See bin/start --help."],
  ])('refuses %j in one sentence', (args, sentence) => {
    expect(() => parse(...args)).toThrow(new StartFailure(sentence));
  });
});
