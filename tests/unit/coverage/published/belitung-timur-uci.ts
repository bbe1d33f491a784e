/**
 * Villages with universal child immunization (UCI), Kabupaten Belitung Timur, table 41 of its
 * health profile, in two editions.
 *
 * @see https://github.com/willypermana/profil-kesehatan-2025 bab_09_apendiks/tabel_41_UCI.tex
 * @see https://github.com/willypermana/profil-kesehatan-2023 bab_09_apendiks/tabel_41_UCI.tex
 */
export const belitungTimurUci = `
kecamatan,edition,villages,uci,printed
Manggar,2025,9,4,44.44
Damar,2025,5,4,80.00
Kelapa Kampit,2025,6,6,100.00
Gantung,2025,7,5,71.43
Simpang Renggiang,2025,4,2,50.00
Simpang Pesak,2025,4,4,100.00
Dendang,2025,4,4,100.00
JUMLAH KAB.,2025,39,29,74.36
Manggar,2023,9,9,100.00
Damar,2023,5,5,100.00
Kelapa Kampit,2023,6,6,100.00
Gantung,2023,7,7,100.00
Simpang Renggiang,2023,4,4,100.00
Simpang Pesak,2023,4,4,100.00
Dendang,2023,4,4,100.00
JUMLAH KAB.,2023,39,39,100.00
`;
