package org.smeportal.smes;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smeportal.kernel.FoldedText;

/** Countries as people write them in lists, and the time zone of those that have one only. */
final class Countries {
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.forLanguageTag("es"),
            Locale.forLanguageTag("pt"),
            Locale.forLanguageTag("nl"),
            Locale.forLanguageTag("pl"),
            Locale.forLanguageTag("sv"),
            Locale.forLanguageTag("tr"));

    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("great britain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("usa", "US"),
            Map.entry("united states of america", "US"),
            Map.entry("holland", "NL"),
            Map.entry("the netherlands", "NL"),
            Map.entry("czech republic", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("korea", "KR"),
            Map.entry("russian federation", "RU"),
            Map.entry("uae", "AE"),
            Map.entry("viet nam", "VN"));

    private static final Map<String, String> BY_NAME = byName();

    /** Places that keep one time all over; of the others the file has to say which. */
    private static final Map<String, ZoneId> ONE_ZONE = Arrays.stream(
                    """
            AD Europe/Andorra AE Asia/Dubai AF Asia/Kabul AL Europe/Tirane AM Asia/Yerevan AO Africa/Luanda
            AT Europe/Vienna AZ Asia/Baku BA Europe/Sarajevo BB America/Barbados BD Asia/Dhaka BE Europe/Brussels
            BF Africa/Ouagadougou BG Europe/Sofia BH Asia/Bahrain BI Africa/Bujumbura BJ Africa/Porto-Novo
            BN Asia/Brunei BO America/La_Paz BS America/Nassau BT Asia/Thimphu BW Africa/Gaborone BY Europe/Minsk
            BZ America/Belize CF Africa/Bangui CG Africa/Brazzaville CH Europe/Zurich CI Africa/Abidjan
            CM Africa/Douala CN Asia/Shanghai CO America/Bogota CR America/Costa_Rica CU America/Havana
            CV Atlantic/Cape_Verde CY Asia/Nicosia CZ Europe/Prague DE Europe/Berlin DJ Africa/Djibouti
            DK Europe/Copenhagen DO America/Santo_Domingo DZ Africa/Algiers EE Europe/Tallinn EG Africa/Cairo
            ER Africa/Asmara ET Africa/Addis_Ababa FI Europe/Helsinki FJ Pacific/Fiji FR Europe/Paris
            GA Africa/Libreville GB Europe/London GE Asia/Tbilisi GH Africa/Accra GI Europe/Gibraltar
            GM Africa/Banjul GN Africa/Conakry GR Europe/Athens GT America/Guatemala GW Africa/Bissau
            GY America/Guyana HK Asia/Hong_Kong HN America/Tegucigalpa HR Europe/Zagreb HT America/Port-au-Prince
            HU Europe/Budapest IE Europe/Dublin IL Asia/Jerusalem IN Asia/Kolkata IQ Asia/Baghdad IR Asia/Tehran
            IS Atlantic/Reykjavik IT Europe/Rome JM America/Jamaica JO Asia/Amman JP Asia/Tokyo KE Africa/Nairobi
            KG Asia/Bishkek KH Asia/Phnom_Penh KM Indian/Comoro KP Asia/Pyongyang KR Asia/Seoul KW Asia/Kuwait
            LA Asia/Vientiane LB Asia/Beirut LI Europe/Vaduz LK Asia/Colombo LR Africa/Monrovia LS Africa/Maseru
            LT Europe/Vilnius LU Europe/Luxembourg LV Europe/Riga LY Africa/Tripoli MA Africa/Casablanca
            MC Europe/Monaco MD Europe/Chisinau ME Europe/Podgorica MG Indian/Antananarivo MK Europe/Skopje
            ML Africa/Bamako MM Asia/Yangon MO Asia/Macau MR Africa/Nouakchott MT Europe/Malta MU Indian/Mauritius
            MV Indian/Maldives MW Africa/Blantyre MY Asia/Kuala_Lumpur MZ Africa/Maputo NA Africa/Windhoek
            NE Africa/Niamey NG Africa/Lagos NI America/Managua NL Europe/Amsterdam NO Europe/Oslo
            NP Asia/Kathmandu OM Asia/Muscat PA America/Panama PE America/Lima PH Asia/Manila PK Asia/Karachi
            PL Europe/Warsaw PR America/Puerto_Rico PY America/Asuncion QA Asia/Qatar RO Europe/Bucharest
            RS Europe/Belgrade RW Africa/Kigali SA Asia/Riyadh SC Indian/Mahe SD Africa/Khartoum SE Europe/Stockholm
            SG Asia/Singapore SI Europe/Ljubljana SK Europe/Bratislava SL Africa/Freetown SM Europe/San_Marino
            SN Africa/Dakar SO Africa/Mogadishu SR America/Paramaribo SS Africa/Juba SV America/El_Salvador
            SY Asia/Damascus SZ Africa/Mbabane TD Africa/Ndjamena TG Africa/Lome TH Asia/Bangkok TJ Asia/Dushanbe
            TM Asia/Ashgabat TN Africa/Tunis TR Europe/Istanbul TT America/Port_of_Spain TW Asia/Taipei
            TZ Africa/Dar_es_Salaam UG Africa/Kampala UY America/Montevideo UZ Asia/Tashkent VA Europe/Vatican
            VE America/Caracas VN Asia/Ho_Chi_Minh YE Asia/Aden ZA Africa/Johannesburg ZM Africa/Lusaka
            ZW Africa/Harare
            """.strip().split("\\s+(?=[A-Z]{2} )"))
            .map(pair -> pair.split(" "))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> ZoneId.of(pair[1])));

    private Countries() {}

    /** The code of two letters for a code of two or three, or a name in one of some languages. */
    static Optional<String> code(String written) {
        return Optional.ofNullable(BY_NAME.get(key(written)));
    }

    static Optional<ZoneId> onlyZone(String country) {
        return Optional.ofNullable(ONE_ZONE.get(country));
    }

    private static Map<String, String> byName() {
        Map<String, String> codes = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (String code : Locale.getISOCountries()) {
                codes.putIfAbsent(
                        key(new Locale.Builder().setRegion(code).build().getDisplayCountry(language)), code);
            }
        }
        ALSO.forEach((name, code) -> codes.put(key(name), code));
        for (String code : Locale.getISOCountries()) {
            longCode(code).ifPresent(three -> codes.put(key(three), code));
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(key(code), code);
        }
        return Map.copyOf(codes);
    }

    private static Optional<String> longCode(String code) {
        try {
            return Optional.of(new Locale.Builder().setRegion(code).build().getISO3Country());
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    private static String key(String name) {
        return FoldedText.plain(name).replaceAll("[^\\p{L}\\p{M}]+", " ").strip();
    }
}
