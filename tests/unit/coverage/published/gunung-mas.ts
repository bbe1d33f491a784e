/**
 * BIAN 2022, measles-rubella, Kabupaten Gunung Mas, as printed on 1 September 2022. Eleven of the
 * 17 puskesmas could be read; the total is the district's.
 *
 * @see https://kaltengoke.com/2022/09/01/cakupan-bian-dilaksanakan-dinkes-gumas-capai-ribuan-lebih
 */
export const gunungMas = `
puskesmas,target,done,printed
Kurun,4036,2828,70.1
Tampang Tumbang Anjir,2197,1397,65.0
Tewang Pajangan,1707,1692,99.1
Kampuri,1666,1659,99.6
Sepang,2420,2339,96.7
Tewah,4395,3751,85.3
Tumbang Miri,1588,1895,119.3
Napoi,553,408,73.8
Masukih,367,132,36
Marikoi,694,504,72.6
Mahuroi,460,223,48.5
TOTAL KABUPATEN,27730,22730,81.9
`;
