<?xml version="1.0" encoding="UTF-8"?>
<!--
  The list of abbreviations, from three sources that somebody vouches for: what an editor has resolved in a text
  (choice with abbr and expan), what the collection explains (edition.toml), and capitals in a text that name a place or an
  organization of the authority files. It needs names.xsl and collection.xsl (v:known, v:file).

      <abbreviation short="EEC" key="eec"/> and <org xml:id="eec"><orgName>European Economic Community</orgName></org>
          →  EEC: European Economic Community, a link to organizations/eec.html
-->
<xsl:stylesheet version="3.0" expand-text="yes"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:e="urn:verbale:edition"
    xmlns:v="urn:verbale:xslt"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <!-- The page; no abbreviations → no page -->
  <xsl:function name="v:abbreviations-page" as="element()?">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:variable name="forms" as="element(v:form)*" select="v:short-forms($edition)"/>
    <xsl:if test="exists($forms)">
      <xsl:variable name="main" as="element()+">
        <h1>Abbreviations</h1>
        <dl class="abbreviations">
          <xsl:for-each-group select="$forms" group-by="lower-case(translate(@short, '.', '')), @long" composite="yes">
            <xsl:sort select="current-grouping-key()[1]"/>
            <dt>{string-join(sort(distinct-values(current-group()/@short)), ', ')}</dt>
            <dd>
              <xsl:choose>
                <xsl:when test="@href">
                  <a href="{@href}">{@long}</a>
                </xsl:when>
                <xsl:otherwise>{@long}</xsl:otherwise>
              </xsl:choose>
            </dd>
          </xsl:for-each-group>
        </dl>
      </xsl:variable>
      <xsl:sequence select="v:file($edition, 'abbreviations.html', 'about', 'Abbreviations', $main)"/>
    </xsl:if>
  </xsl:function>

  <!-- All abbreviations with what they mean: <abbreviation short="EEC" key="eec"/> → <v:form short="EEC" long="European Economic Community" href="…"/> -->
  <xsl:function name="v:short-forms" as="element(v:form)*">
    <xsl:param name="edition" as="element(e:edition)"/>
    <xsl:for-each select="$edition/e:abbreviation, $edition/e:document/e:abbreviation[@long]">
      <v:form short="{@short}" long="{@long}"/>
    </xsl:for-each>
    <xsl:for-each-group select="$edition/e:document/e:abbreviation[@key]" group-by="@short, @key" composite="yes">
      <xsl:variable name="short" as="xs:string" select="@short"/>
      <xsl:variable name="key" as="xs:string" select="@key"/>
      <xsl:for-each select="$v:kinds ! v:known($edition, ?element, $key)[v:abbreviates($short, .)]">
        <xsl:variable name="kind" as="map(xs:string, xs:string)" select="$v:kinds[?element = local-name(current())]"/>
        <v:form short="{$short}" long="{v:full-name(.)}" href="{$kind?folder}/{$key}.html"/>
      </xsl:for-each>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Whether capitals abbreviate the name of an entry and are not the name itself in capitals: they have points between them,
       or are the initials of one of its names. 'U.S.S.R.', 'EEC' → yes; 'CUBA' → no -->
  <xsl:function name="v:abbreviates" as="xs:boolean">
    <xsl:param name="short" as="xs:string"/>
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="letters" as="xs:string" select="translate($short, '.', '')"/>
    <xsl:variable name="names" as="xs:string*" select="$entry/(placeName | orgName) ! normalize-space()"/>
    <xsl:variable name="dotted" as="xs:boolean" select="
        $names[contains(., '.')] ! translate(., '. ', '') = $letters"/>
    <xsl:variable name="initials" as="xs:string*" select="
        $names ! string-join(tokenize(., '[\s-]+')[matches(., '^\p{Lu}')] ! substring(., 1, 1))"/>
    <xsl:sequence select="$dotted or string-length($letters) gt 1 and $letters = $initials"/>
  </xsl:function>

</xsl:stylesheet>
