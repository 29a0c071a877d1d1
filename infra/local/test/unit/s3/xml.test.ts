import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { container, element, readXml, repeated, writeXml } from '../../../s3/xml.ts';

const listSchema = z.object({ List: container(z.object({ Key: repeated(z.string()) })) });

describe('an XML document', () => {
  it('preserves any text', () => {
    const keys = [
      'a&b <c> "d"',
      '  blanks  ',
      'line\r\nend\ttab',
      '😀 \u0085 \u2028',
      '../../../../../test/unit',
      '&amp;',
    ];
    const document = writeXml(
      element(
        'List',
        keys.map((key) => element('Key', key)),
      ),
    );
    expect(readXml(document, listSchema).List.Key).toEqual(keys);
  });

  it('can contain an element several times, once or not at all', () => {
    expect(readXml('<List><Key>1</Key><Key>2</Key></List>', listSchema).List.Key).toEqual(['1', '2']);
    expect(readXml('<List xmlns="http://s3"><Key>1</Key></List>', listSchema).List.Key).toEqual(['1']);
    expect(readXml('<List/>', listSchema).List.Key).toEqual([]);
    expect(readXml('<List>\n</List>', listSchema).List.Key).toEqual([]);
  });

  it('can contain a thousand keys with escapes', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `<Key>a&amp;b&#x0A;c&amp;${index}</Key>`).join(
      '',
    );
    expect(readXml(`<List>${keys}</List>`, listSchema).List.Key.at(-1)).toBe('a&b\nc&999');
  });

  it.each([
    '',
    'text',
    '<Other/>',
    '<List><Key><Inner/></Key',
    '<!DOCTYPE a [<!ENTITY b "c">]><List><Key>&b;</Key></List>',
  ])('is malformed when it is %j', (document) => {
    expect(() => readXml(document, listSchema)).toThrow(expect.objectContaining({ code: 'MalformedXML' }));
  });
});
